import type { JsonObject } from '../../src/kernel/json.ts';

/** A call, an answer, or an event of one, with each member that its vendor documents for a text. */
export interface Example {
  readonly surface: string;
  readonly way: 'in' | 'out' | 'event';
  readonly what: string;
  readonly value: JsonObject;
  /** Places that no reader need read, by their path. */
  readonly unread?: readonly string[];
}

const SIGNED = 'c2lnbmVkIGJ5IHRoZSBzZXJ2ZXIgdGhhdCBtYWRlIGl0LCBhbmQgbm9ib2R5IGVsc2U='.repeat(2);
const schema = { type: 'object', description: 'd', properties: { name: { type: 'string', enum: ['e'] } } };
const fn = { name: 'look_up', description: 'finds', parameters: schema, strict: true };
const call = { id: 'call_1', type: 'function', function: { name: 'look_up', arguments: '{"a": "b"}' } };
const cited = { type: 'url_citation', url_citation: { url: 'https://a.example', title: 't', start_index: 0 } };
const token = { token: 'Hi', logprob: -0.1, bytes: [72], top_logprobs: [{ token: 'Ho', logprob: -2, bytes: [72] }] };
const usage = {
  prompt_tokens: 1,
  completion_tokens: 2,
  total_tokens: 3,
  completion_tokens_details: { reasoning_tokens: 0 },
};
const chatHead = { id: 'chatcmpl-1', object: 'chat.completion', created: 1, model: 'm', system_fingerprint: 'fp_1' };
const MODEL = ['model'];

const CHAT: readonly Omit<Example, 'surface'>[] = [
  {
    way: 'in',
    what: 'texts, tools and what stands beside',
    unread: MODEL,
    value: {
      model: 'm',
      messages: [
        { role: 'system', content: 's', name: 'n' },
        { role: 'user', content: [{ type: 'text', text: 't', cache_control: { type: 'ephemeral' } }] },
        { role: 'assistant', content: null, tool_calls: [call], refusal: 'no', reasoning_content: 'r', prefix: true },
        {
          role: 'assistant',
          content: [{ type: 'refusal', refusal: 'no' }],
          function_call: { name: 'f', arguments: '{}' },
        },
        {
          role: 'assistant',
          tool_calls: [{ id: 'c', type: 'custom', custom: { name: 'c', input: 'i' } }],
          audio: { id: 'a' },
        },
        { role: 'tool', tool_call_id: 'call_1', content: 'found' },
      ],
      tools: [
        { type: 'function', function: fn },
        { type: 'custom', custom: { name: 'c', format: { definition: 'g' } } },
      ],
      functions: [fn],
      tool_choice: { type: 'function', function: { name: 'look_up' } },
      response_format: { type: 'json_schema', json_schema: { name: 'a', description: 'd', schema } },
      prediction: { type: 'content', content: [{ type: 'text', text: 'p' }] },
      metadata: { purpose: 'p' },
      user: 'u',
      safety_identifier: 's',
      prompt_cache_key: 'k',
      service_tier: 'auto',
      reasoning_effort: 'low',
      verbosity: 'low',
      stream_options: { include_usage: true },
      modalities: ['text'],
      stop: ['x'],
      web_search_options: { user_location: { approximate: { city: 'c' } } },
      chat_template_kwargs: { greeting: 'g' },
      guided_regex: 'r',
      logit_bias: { 50256: -100 },
    },
  },
  {
    way: 'in',
    what: 'pictures, sounds and files',
    unread: MODEL,
    value: {
      model: 'm',
      messages: [
        {
          role: 'user',
          content: [
            { type: 'image_url', image_url: { url: 'https://a.example/p.png', detail: 'low' } },
            { type: 'input_audio', input_audio: { data: SIGNED, format: 'wav' } },
            { type: 'file', file: { filename: 'f.pdf', file_data: `data:application/pdf;base64,${SIGNED}` } },
          ],
        },
      ],
    },
  },
  {
    way: 'out',
    what: 'an answer',
    value: {
      ...chatHead,
      choices: [
        {
          index: 0,
          message: {
            role: 'assistant',
            content: 'Hi',
            refusal: 'no',
            reasoning: 'r',
            reasoning_content: 'r',
            reasoning_details: [{ type: 'reasoning.text', text: 't', signature: SIGNED, format: 'f', index: 0 }],
            annotations: [cited],
            audio: { id: 'a', data: SIGNED, expires_at: 1, transcript: 't' },
            tool_calls: [call],
            function_call: { name: 'f', arguments: '{}' },
          },
          logprobs: { content: [token], refusal: [token] },
          finish_reason: 'stop',
          stop_reason: 'x',
          content_filter_results: { hate: { severity: 'safe' } },
        },
      ],
      usage,
      service_tier: 'default',
      citations: ['https://a.example'],
    },
  },
  {
    way: 'event',
    what: 'a piece of an answer',
    value: {
      ...chatHead,
      choices: [
        {
          index: 0,
          delta: {
            role: 'assistant',
            content: 'Hi',
            refusal: 'no',
            reasoning_content: 'r',
            reasoning_details: [
              { type: 'reasoning.text', text: 't', index: 0 },
              { type: 'reasoning.summary', summary: 's', index: 1 },
              { type: 'reasoning.encrypted', data: SIGNED, index: 2 },
            ],
            annotations: [cited],
            audio: { id: 'a', data: SIGNED, transcript: 't' },
            tool_calls: [
              { index: 0, ...call },
              { index: 1, id: 'c', type: 'custom', custom: { name: 'c', input: 'i' } },
            ],
            function_call: { name: 'f', arguments: '{}' },
          },
          logprobs: { content: [token] },
          finish_reason: 'stop',
        },
      ],
      usage,
      obfuscation: 'abc',
      citations: ['https://a.example'],
    },
  },
  {
    way: 'event',
    what: 'a list of texts and thoughts',
    value: {
      ...chatHead,
      choices: [
        {
          index: 0,
          delta: {
            content: [
              { type: 'thinking', thinking: [{ type: 'text', text: 't' }] },
              { type: 'text', text: 'Hi' },
            ],
          },
        },
      ],
    },
  },
  { way: 'event', what: 'an error in a word', value: { error: 'no', code: 'c' } },
  { way: 'event', what: 'an error', value: { error: { message: 'm', type: 't', metadata: { raw: 'r' } } } },
];

const COMPLETIONS: readonly Omit<Example, 'surface'>[] = [
  {
    way: 'in',
    what: 'a call',
    unread: MODEL,
    value: {
      model: 'm',
      prompt: ['p'],
      suffix: 's',
      stop: ['x'],
      user: 'u',
      guided_choice: ['c'],
      metadata: { a: 'b' },
    },
  },
  {
    way: 'out',
    what: 'an answer',
    value: {
      ...chatHead,
      choices: [
        {
          index: 0,
          text: 'Hi',
          logprobs: { tokens: ['Hi'], top_logprobs: [{ Ho: -1 }], text_offset: [0] },
          finish_reason: 'stop',
        },
      ],
      usage,
    },
  },
  {
    way: 'event',
    what: 'a piece of an answer',
    value: { ...chatHead, choices: [{ index: 0, text: 'Hi', logprobs: { tokens: ['Hi'] }, finish_reason: 'stop' }] },
  },
];

const responseItems = [
  {
    type: 'message',
    id: 'msg_1',
    role: 'assistant',
    status: 'completed',
    content: [
      { type: 'output_text', text: 't', annotations: [{ type: 'file_citation', filename: 'f' }], logprobs: [token] },
    ],
  },
  {
    type: 'reasoning',
    id: 'rs_1',
    summary: [{ type: 'summary_text', text: 's' }],
    content: [{ type: 'reasoning_text', text: 'r' }],
    encrypted_content: SIGNED,
  },
  { type: 'function_call', id: 'fc_1', call_id: 'call_1', name: 'look_up', arguments: '{}', status: 'completed' },
  { type: 'custom_tool_call', id: 'ct_1', call_id: 'call_2', name: 'c', input: 'i' },
  { type: 'mcp_call', id: 'mcp_1', name: 'm', arguments: '{}', output: 'o', error: 'e', server_label: 's' },
  {
    type: 'mcp_list_tools',
    id: 'mcpl_1',
    server_label: 's',
    tools: [{ name: 'n', description: 'd', input_schema: schema }],
  },
  { type: 'web_search_call', id: 'ws_1', status: 'completed', action: { type: 'search', query: 'q' } },
  { type: 'file_search_call', id: 'fs_1', queries: ['q'], results: [{ filename: 'f', text: 't', score: 1 }] },
  { type: 'code_interpreter_call', id: 'ci_1', code: 'c', outputs: [{ type: 'logs', logs: 'l' }] },
  { type: 'computer_call', id: 'cu_1', call_id: 'call_3', action: { type: 'type', text: 't' } },
  { type: 'image_generation_call', id: 'ig_1', status: 'completed', result: SIGNED, revised_prompt: 'p' },
];

const RESPONSES: readonly Omit<Example, 'surface'>[] = [
  {
    way: 'in',
    what: 'a call',
    unread: MODEL,
    value: {
      model: 'm',
      instructions: 'i',
      input: [
        {
          role: 'user',
          content: [
            { type: 'input_text', text: 't' },
            { type: 'input_image', image_url: 'https://a.example/p.png', detail: 'low' },
            { type: 'input_file', filename: 'f', file_data: SIGNED },
          ],
        },
        ...responseItems,
        { type: 'function_call_output', call_id: 'call_1', output: 'o' },
        {
          type: 'computer_call_output',
          call_id: 'call_3',
          output: { type: 'computer_screenshot', image_url: 'https://a.example' },
        },
      ],
      tools: [
        { type: 'function', ...fn },
        { type: 'mcp', server_label: 's', server_url: 'https://a.example', headers: { a: 'b' } },
      ],
      tool_choice: { type: 'function', name: 'look_up' },
      text: { format: { type: 'json_schema', name: 'a', schema } },
      reasoning: { effort: 'low', summary: 'auto' },
      include: ['message.output_text.logprobs'],
      truncation: 'auto',
      metadata: { a: 'b' },
      user: 'u',
      service_tier: 'auto',
    },
  },
  {
    way: 'out',
    what: 'an answer',
    value: {
      id: 'resp_1',
      object: 'response',
      created_at: 1,
      status: 'completed',
      model: 'm',
      instructions: 'i',
      output: responseItems,
      error: { code: 'c', message: 'm' },
      incomplete_details: { reason: 'r' },
      tools: [{ type: 'function', ...fn }],
      tool_choice: 'auto',
      text: { format: { type: 'text' } },
      reasoning: { effort: 'low', summary: 'auto' },
      metadata: { a: 'b' },
      usage: { input_tokens: 1, input_tokens_details: { cached_tokens: 0 }, output_tokens: 1 },
    },
  },
  ...[
    {
      type: 'response.output_text.delta',
      item_id: 'm',
      output_index: 0,
      content_index: 0,
      delta: 'Hi',
      logprobs: [token],
      sequence_number: 1,
      obfuscation: 'a',
    },
    {
      type: 'response.output_text.done',
      item_id: 'm',
      output_index: 0,
      content_index: 0,
      text: 'Hi',
      logprobs: [token],
    },
    { type: 'response.reasoning_summary_text.delta', item_id: 'm', summary_index: 0, delta: 'Hi' },
    { type: 'response.function_call_arguments.done', item_id: 'm', name: 'n', arguments: '{}' },
    { type: 'response.audio.transcript.delta', delta: 'Hi' },
    { type: 'response.unheard_of.delta', delta: { says: 't' } },
    { type: 'response.output_item.done', output_index: 0, item: responseItems[0] ?? {} },
    { type: 'response.content_part.added', part: { type: 'output_text', text: 't', annotations: [{ title: 't' }] } },
    { type: 'response.output_text.annotation.added', annotation: { title: 't' } },
    { type: 'response.image_generation_call.partial_image', partial_image_b64: SIGNED, partial_image_index: 0 },
    {
      type: 'response.completed',
      response: { id: 'r', output: responseItems, instructions: 'i', error: { message: 'm' } },
    },
    { type: 'error', code: 'c', message: 'm', param: 'p' },
  ].map((value) => ({ way: 'event' as const, what: value.type, value: value as JsonObject })),
];

const blocks = [
  { type: 'text', text: 't', citations: [{ type: 'char_location', cited_text: 'c', document_title: 't' }] },
  { type: 'thinking', thinking: 't', signature: SIGNED },
  { type: 'redacted_thinking', data: SIGNED },
  { type: 'tool_use', id: 'toolu_1', name: 'look_up', input: { a: 'b', c: [{ d: 'e' }] }, caller: { type: 'direct' } },
  { type: 'server_tool_use', id: 'srvtoolu_1', name: 'web_search', input: { query: 'q' } },
  {
    type: 'web_search_tool_result',
    tool_use_id: 't',
    content: [{ type: 'web_search_result', title: 't', url: 'u', encrypted_content: SIGNED }],
  },
  { type: 'code_execution_tool_result', tool_use_id: 't', content: { type: 'r', stdout: 's', stderr: 'e' } },
];

const MESSAGES: readonly Omit<Example, 'surface'>[] = [
  {
    way: 'in',
    what: 'a call',
    unread: MODEL,
    value: {
      model: 'm',
      system: [{ type: 'text', text: 's', cache_control: { type: 'ephemeral' } }],
      messages: [
        { role: 'user', content: 't' },
        { role: 'assistant', content: blocks },
        {
          role: 'user',
          content: [
            { type: 'tool_result', tool_use_id: 'toolu_1', content: [{ type: 'text', text: 'f' }], is_error: false },
            { type: 'tool_result', tool_use_id: 'toolu_1', content: 'f' },
            {
              type: 'search_result',
              source: 's',
              title: 't',
              content: [{ type: 'text', text: 't' }],
              citations: { enabled: true },
            },
            {
              type: 'document',
              title: 't',
              context: 'c',
              source: { type: 'text', media_type: 'text/plain', data: 'd' },
            },
            { type: 'document', source: { type: 'content', content: [{ type: 'text', text: 't' }] } },
            { type: 'document', source: { type: 'url', url: 'https://a.example' } },
            { type: 'image', source: { type: 'base64', media_type: 'image/png', data: SIGNED } },
          ],
        },
      ],
      tools: [{ name: 'look_up', description: 'd', input_schema: schema, input_examples: [{ a: 'b' }] }],
      tool_choice: { type: 'tool', name: 'look_up' },
      output_config: { format: { type: 'json_schema', schema } },
      mcp_servers: [{ type: 'url', url: 'u', name: 'n', authorization_token: 't' }],
      metadata: { user_id: 'u' },
      stop_sequences: ['x'],
      thinking: { type: 'enabled', budget_tokens: 1 },
      service_tier: 'auto',
      container: { id: 'c', skills: [{ type: 'anthropic', skill_id: 's' }] },
      context_management: { edits: [{ type: 'clear_tool_uses_20250919' }] },
    },
  },
  {
    way: 'out',
    what: 'an answer',
    value: {
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      model: 'm',
      content: blocks,
      stop_reason: 'end_turn',
      stop_sequence: 'x',
      usage: { input_tokens: 1, output_tokens: 1, service_tier: 'standard' },
      container: { id: 'c', expires_at: '2026-01-01T00:00:00Z' },
    },
  },
  ...[
    {
      type: 'message_start',
      message: {
        id: 'm',
        type: 'message',
        role: 'assistant',
        model: 'm',
        content: blocks.slice(0, 1),
        stop_sequence: 'x',
      },
    },
    ...blocks.map((block) => ({ type: 'content_block_start', index: 0, content_block: block })),
    { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 't' } },
    { type: 'content_block_delta', index: 0, delta: { type: 'thinking_delta', thinking: 't' } },
    { type: 'content_block_delta', index: 0, delta: { type: 'signature_delta', signature: SIGNED } },
    { type: 'content_block_delta', index: 0, delta: { type: 'input_json_delta', partial_json: '{' } },
    { type: 'content_block_delta', index: 0, delta: { type: 'citations_delta', citation: { cited_text: 'c' } } },
    { type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: 'x' }, usage: { output_tokens: 1 } },
    { type: 'ping' },
    { type: 'error', error: { type: 'overloaded_error', message: 'm' } },
  ].map((value) => ({ way: 'event' as const, what: value.type, value: value as JsonObject })),
];

const parts = [
  { text: 't', thoughtSignature: SIGNED },
  { text: 't', thought: true },
  { functionCall: { id: 'c', name: 'look_up', args: { a: 'b' } } },
  { executableCode: { language: 'PYTHON', code: 'c' } },
  { codeExecutionResult: { outcome: 'OUTCOME_OK', output: 'o' } },
  { inlineData: { mimeType: 'image/png', data: SIGNED } },
  { fileData: { mimeType: 'image/png', fileUri: 'https://a.example' } },
];
const candidate = {
  index: 0,
  content: { role: 'model', parts },
  finishReason: 'STOP',
  finishMessage: 'f',
  safetyRatings: [{ category: 'HARM_CATEGORY_HATE_SPEECH', probability: 'LOW' }],
  citationMetadata: { citationSources: [{ uri: 'u', license: 'l' }] },
  groundingMetadata: {
    webSearchQueries: ['q'],
    searchEntryPoint: { renderedContent: 'h' },
    groundingChunks: [{ web: { uri: 'u', title: 't' } }],
    groundingSupports: [{ segment: { startIndex: 0, text: 't' } }],
  },
  urlContextMetadata: { urlMetadata: [{ retrievedUrl: 'u' }] },
  logprobsResult: {
    topCandidates: [{ candidates: [{ token: 'a', logProbability: -1 }] }],
    chosenCandidates: [{ token: 'a', tokenId: 1, logProbability: -1 }],
  },
};
const generated = {
  candidates: [candidate],
  promptFeedback: { blockReason: 'SAFETY', blockReasonMessage: 'm' },
  usageMetadata: { promptTokenCount: 1, promptTokensDetails: [{ modality: 'TEXT', tokenCount: 1 }] },
  modelVersion: 'm',
  responseId: 'r',
};

const GEMINI: readonly Omit<Example, 'surface'>[] = [
  {
    way: 'in',
    what: 'a call',
    unread: MODEL,
    value: {
      contents: [
        {
          role: 'user',
          parts: [
            ...parts,
            { functionResponse: { id: 'c', name: 'look_up', response: { a: 'b' }, parts: [{ text: 't' }] } },
          ],
        },
        { role: 'model', parts: { text: 't' } },
      ],
      systemInstruction: { role: 'system', parts: { text: 's' } },
      system_instruction: { parts: [{ text: 's' }] },
      tools: [{ functionDeclarations: [{ name: 'n', description: 'd', parameters: schema, response: schema }] }],
      toolConfig: { functionCallingConfig: { mode: 'ANY', allowedFunctionNames: ['look_up'] } },
      generationConfig: { stopSequences: ['x'], responseSchema: schema, responseMimeType: 'application/json' },
      safetySettings: [{ category: 'HARM_CATEGORY_HATE_SPEECH', threshold: 'BLOCK_NONE' }],
      labels: { a: 'b' },
    },
  },
  { way: 'out', what: 'an answer', value: generated },
  { way: 'event', what: 'a piece of an answer', value: generated },
  {
    way: 'event',
    what: 'an error',
    value: { error: { code: 400, message: 'm', status: 's', details: [{ reason: 'r' }] } },
  },
];

/** All that `surface` has. */
function of(surface: string, examples: readonly Omit<Example, 'surface'>[]): readonly Example[] {
  return examples.map((example) => ({ surface, ...example }));
}

export const EXAMPLES: readonly Example[] = [
  ...of('chat', CHAT),
  ...of('completions', COMPLETIONS),
  ...of('responses', RESPONSES),
  ...of('messages', MESSAGES),
  ...of('count-tokens', [
    { way: 'out', what: 'a count', value: { input_tokens: 1, context_management: { original_input_tokens: 1 } } },
  ]),
  ...of('generate-content', GEMINI),
  ...of('embeddings', [
    {
      way: 'in',
      what: 'a call',
      unread: MODEL,
      value: { model: 'm', input: ['t'], encoding_format: 'float', user: 'u', prompt_name: 'p' },
    },
    {
      way: 'out',
      what: 'an answer',
      value: { object: 'list', model: 'm', data: [{ object: 'embedding', index: 0, embedding: SIGNED }], usage },
    },
    { way: 'out', what: 'numbers', value: { data: [{ embedding: [0.1, 0.2] }] } },
  ]),
  ...of('images', [
    {
      way: 'in',
      what: 'a call',
      unread: MODEL,
      value: { model: 'm', prompt: 'p', size: '1x1', style: 'vivid', user: 'u', negative_prompt: 'n' },
    },
    // Pictures are held to be pictures, and their addresses told of (`mark-pictures.ts`).
    {
      way: 'out',
      what: 'an answer',
      unread: ['data.0.b64_json', 'data.0.url'],
      value: { created: 1, data: [{ b64_json: SIGNED, url: 'u', revised_prompt: 'p' }], quality: 'low', usage },
    },
    {
      way: 'event',
      what: 'a picture',
      unread: ['b64_json'],
      value: { type: 'image_generation.completed', b64_json: SIGNED, size: '1x1', usage },
    },
    { way: 'event', what: 'an error', value: { error: 'no' } },
  ]),
  ...of('transcriptions', [
    {
      way: 'in',
      what: 'a call',
      unread: MODEL,
      value: {
        model: 'm',
        prompt: 'p',
        language: 'de',
        response_format: 'json',
        'known_speaker_names[]': ['n'],
        'include[]': ['logprobs'],
        hotwords: 'h',
      },
    },
    {
      way: 'out',
      what: 'an answer',
      value: { task: 'transcribe', text: 't', language: 'german', logprobs: [token], usage },
    },
    {
      way: 'event',
      what: 'a piece',
      value: { type: 'transcript.text.delta', delta: 't', logprobs: [token], segment_id: 's' },
    },
    { way: 'event', what: 'its end', value: { type: 'transcript.text.done', text: 't', logprobs: [token], usage } },
    {
      way: 'event',
      what: 'a segment',
      value: { type: 'transcript.text.segment', id: 's', text: 't', speaker: 'A', start: 0, end: 1 },
    },
    {
      way: 'event',
      what: 'a piece as of a chat',
      value: { id: 'x', choices: [{ index: 0, delta: { content: 't' }, finish_reason: 'stop' }] },
    },
    { way: 'event', what: 'an error', value: { error: 'no', type: 'error' } },
  ]),
];
