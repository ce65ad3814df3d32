/** Spec files as they could stand in a suite: what the excerpts of a sample report are cut from. */
export const sampleSpecs: Readonly<Record<string, string>> = {
  'specs/naming/names.yaml': `title: A name reaches its model service
cases:
  - id: naming.fqn
    title: A fully qualified name reaches its model service
    verifies: NAME-01
    each:
      api: [chat, messages]
      route: [workspace-url, workspace-header]
    call:
      model: \${models.system.fqn}
      prompt: Say hello.
    expect: completion

  - id: naming.bare-equals-fqn
    title: A bare name and its fully qualified name are the same service
    verifies: NAME-03
    compare:
      bare: { call: { model: "\${models.system.bare}", prompt: Say hello. } }
      full: { call: { model: "\${models.system.fqn}", prompt: Say hello. } }
    expect:
      equivalent: [status, contract, served-model]

  - id: naming.unknown
    title: A name that nothing has is not found
    verifies: NAME-05
    call: { model: main.default.no-such-service, prompt: Say hello. }
    expect: { rejected: { status: 404 } }
`,
  'specs/routing/workspace.yaml': `title: Every request names its workspace
cases:
  - id: routing.account-url
    title: An account-level URL with the workspace header answers
    verifies: ROUTE-02
    needs: { route: workspace-header }
    call: { model: "\${models.system.fqn}", route: workspace-header, prompt: Say hello. }
    expect: completion

  - id: routing.conflict
    title: What a header for another workspace does on a workspace URL
    verifies: ROUTE-04
    request:
      method: POST
      path: /ai-gateway/mlflow/v1/chat/completions
      headers: { x-databricks-workspace-id: "\${workspaces.other.id}" }
    observe: [status, error-code]
`,
  'specs/permissions/execute.yaml': `title: Nobody queries a model service without EXECUTE
cases:
  - id: permissions.no-execute
    title: Without EXECUTE there is no completion
    verifies: PERM-01
    each: { api: [chat, messages] }
    steps:
      - call: { as: granted, model: "\${models.private.fqn}", prompt: Say hello. }
        expect: completion
      - call: { as: without-execute, model: "\${models.private.fqn}", prompt: Say hello. }
        expect:
          denied: { status: [403, 404] }

  - id: permissions.revoked
    title: A revoked grant stops working
    verifies: PERM-04
    steps:
      - call: { as: granted, model: "\${models.private.fqn}", prompt: Say hello. }
        eventually: { within: 5m }
        expect: { denied: { status: [403, 404] } }
`,
  'specs/chat/answer.yaml': `title: A chat completion is what its contract says
cases:
  - id: chat.contract
    title: The body of a completion fits its contract
    verifies: [CHAT-01, CHAT-02]
    call: { api: chat, model: "\${models.chat.fqn}", prompt: Say hello. }
    expect:
      contract: success
      body:
        object: chat.completion
        choices: [{ finish_reason: stop }]

  - id: chat.usage
    title: The usage of a completion adds up
    verifies: CHAT-05
    call: { api: chat, model: "\${models.chat.fqn}", prompt: Say hello. }
    expect: { rules: [usage-adds-up] }

  - id: chat.stream
    title: A stream ends with its terminal event
    verifies: CHAT-07
    call: { api: chat, model: "\${models.chat.fqn}", stream: true, prompt: Say hello. }
    expect: { stream: complete }
`,
};

/** First and last line of a case in its file. */
export function linesOfCase(file: string, id: string): { readonly line: number; readonly endLine: number } {
  const lines = (sampleSpecs[file] ?? '').split('\n');
  const first = lines.indexOf(`  - id: ${id}`);
  const after = lines.findIndex((text, index) => index > first && text === '');
  if (first === -1 || after === -1) throw new Error(`${file} has no case ${id}`);
  return { line: first + 1, endLine: after };
}

/** The line in the case that holds this text. */
export function lineWith(file: string, id: string, text: string): number {
  const { line } = linesOfCase(file, id);
  const index = (sampleSpecs[file] ?? '')
    .split('\n')
    .findIndex((candidate, at) => at >= line - 1 && candidate.includes(text));
  if (index === -1) throw new Error(`${file}: ${id} has no line with ${text}`);
  return index + 1;
}
