import { isJsonObject, type Json, type JsonObject, member } from '../../kernel/json.ts';
import { objectsIn } from '../openai/parts.ts';
import { textOf } from '../slot.ts';
import { refuseMembers, renamed, Untranslatable } from './translation.ts';

/** Anthropic's `messages` as `chat/completions`. Throws Untranslatable. */
export function chatOfMessages(body: JsonObject, { model, stream }: { model: string; stream: boolean }): JsonObject {
  refuseMembers(body, ['mcp_servers', 'container', 'context_management']);
  if (member(body.thinking, 'type') === 'enabled')
    throw new Untranslatable('thinking has no meaning for the server of this channel');
  const user = member(body.metadata, 'user_id');
  return {
    ...renamed(body, NAMES),
    model,
    messages: [...systemOf(body.system), ...objectsIn(body.messages).flatMap(messagesOf)],
    ...(body.tools === undefined ? {} : { tools: objectsIn(body.tools).map(toolOf) }),
    ...choiceOf(body.tool_choice),
    ...formatOf(body),
    ...(typeof user === 'string' ? { user } : {}),
    ...(stream ? { stream: true, stream_options: { include_usage: true } } : {}),
  };
}

/** Null: said otherwise, or of no account there. */
const NAMES: Readonly<Record<string, string | null>> = {
  stop_sequences: 'stop',
  system: null,
  messages: null,
  tools: null,
  tool_choice: null,
  metadata: null,
  thinking: null,
  output_config: null,
  output_format: null,
  service_tier: null,
  cache_control: null,
};

function systemOf(system: Json | undefined): readonly JsonObject[] {
  const text =
    typeof system === 'string'
      ? system
      : objectsIn(system)
          .map(({ text: one }) => textOf(one))
          .join('\n\n');
  return text === '' ? [] : [{ role: 'system', content: text }];
}

function messagesOf(message: JsonObject): readonly JsonObject[] {
  if (message.role === 'system') return systemOf(message.content);
  const blocks =
    typeof message.content === 'string' ? [{ type: 'text', text: message.content }] : objectsIn(message.content);
  return message.role === 'assistant' ? [assistantOf(blocks)] : [...blocks.flatMap(resultOf), ...userOf(blocks)];
}

function assistantOf(blocks: readonly JsonObject[]): JsonObject {
  const said: string[] = [];
  const calls: JsonObject[] = [];
  for (const block of blocks) {
    if (block.type === 'text') said.push(textOf(block.text));
    else if (block.type === 'tool_use')
      calls.push({
        id: textOf(block.id),
        type: 'function',
        function: { name: textOf(block.name), arguments: JSON.stringify(block.input ?? {}) },
      });
    // A thought of an earlier turn is nobody's to read again.
    else if (block.type !== 'thinking' && block.type !== 'redacted_thinking') throw unknownBlock(block);
  }
  return {
    role: 'assistant',
    content: said.length === 0 ? null : said.join(''),
    ...(calls.length === 0 ? {} : { tool_calls: calls }),
  };
}

/** Results of tools are messages of their own, before what the user says beside them. */
function resultOf(block: JsonObject): readonly JsonObject[] {
  if (block.type !== 'tool_result') return [];
  const { content } = block;
  const parts = objectsIn(content);
  const odd = parts.find(({ type }) => type !== 'text');
  if (odd !== undefined) throw unknownBlock(odd);
  const text = typeof content === 'string' ? content : parts.map((part) => textOf(part.text)).join('\n');
  return [{ role: 'tool', tool_call_id: textOf(block.tool_use_id), content: text }];
}

function userOf(blocks: readonly JsonObject[]): readonly JsonObject[] {
  const parts = blocks.filter(({ type }) => type !== 'tool_result').map(partOf);
  if (parts.length === 0) return [];
  const texts = parts.every(({ type }) => type === 'text');
  return [{ role: 'user', content: texts ? parts.map(({ text }) => textOf(text)).join('\n') : parts }];
}

function partOf(block: JsonObject): JsonObject {
  const { source } = block;
  if (block.type === 'text') return { type: 'text', text: textOf(block.text) };
  if (block.type === 'image' && isJsonObject(source)) {
    if (source.type === 'url') return { type: 'image_url', image_url: { url: textOf(source.url) } };
    if (source.type === 'base64') {
      const url = `data:${textOf(source.media_type)};base64,${textOf(source.data)}`;
      return { type: 'image_url', image_url: { url } };
    }
  }
  if (block.type === 'document' && isJsonObject(source) && source.type === 'text')
    return { type: 'text', text: textOf(source.data) };
  throw unknownBlock(block);
}

function unknownBlock({ type }: JsonObject): Untranslatable {
  return new Untranslatable(`a ${textOf(type)} block has no meaning for the server of this channel`);
}

function toolOf(tool: JsonObject): JsonObject {
  if (tool.type !== undefined && tool.type !== 'custom')
    throw new Untranslatable(`the tool ${textOf(tool.type)} is run by Anthropic alone`);
  const { name = '', description, input_schema: parameters = {} } = tool;
  return { type: 'function', function: { name, ...(description === undefined ? {} : { description }), parameters } };
}

function choiceOf(choice: Json | undefined): JsonObject {
  if (!isJsonObject(choice)) return {};
  const parallel = choice.disable_parallel_tool_use === true ? { parallel_tool_calls: false } : {};
  switch (textOf(choice.type)) {
    case 'any':
      return { tool_choice: 'required', ...parallel };
    case 'tool':
      return { tool_choice: { type: 'function', function: { name: textOf(choice.name) } }, ...parallel };
    case 'none':
      return { tool_choice: 'none' };
    default:
      return { tool_choice: 'auto', ...parallel };
  }
}

function formatOf({ output_config: config, output_format: older }: JsonObject): JsonObject {
  const format = member(config, 'format') ?? older;
  if (!isJsonObject(format) || format.type !== 'json_schema') return {};
  return {
    response_format: {
      type: 'json_schema',
      json_schema: { name: 'answer', strict: true, schema: format.schema ?? {} },
    },
  };
}
