/** What the process says to the shell. The help of the command line shows the same table. */
export const exitCodes = {
  gateHolds: 0,
  gateFails: 1,
  inputWrong: 2,
  targetUntestable: 3,
  tooLittleProved: 4,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
