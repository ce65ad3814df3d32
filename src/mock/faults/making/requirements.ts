/** A stream is a completion: on the chat APIs, on Messages, on Responses and Gemini. */
export const streamsAnswer = ['STREAM-01', 'STREAM-24', 'STREAM-44'];

/** What a stream says is what comes without streaming. */
export const streamsAddUp = ['STREAM-12', 'STREAM-33', 'STREAM-46'];

/** An answer in one piece is a completion, on each API. */
export const answersCome = ['API-01', 'API-03', 'API-04', 'API-05', 'API-06', 'API-07'];

/** Text outside ASCII comes back in an answer in one piece. */
export const answersKeepText = ['CHAT-23', 'MSG-18', 'RESP-46', 'GEM-52'];
