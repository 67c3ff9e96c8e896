/** The nodes of a tree: where each leads, and from where. */
export interface TreeShape {
  readonly nodes: number;
  /** -1 for none. */
  readonly left: (node: number) => number;
  readonly right: (node: number) => number;
  /** Where the format keeps it. */
  readonly parent?: (node: number) => number;
  /** Pruned, and kept in the list. */
  readonly isDeleted?: (node: number) => boolean;
}

/**
 * What is wrong with a tree, or null: two children or none, each among the nodes, and no node reached twice, from the
 * root or as the root. Whoever follows the children then comes to an end.
 */
export function brokenShape({ nodes, left, right, parent, isDeleted }: TreeShape): string | null {
  const reached = new Uint8Array(nodes);
  reached[0] = 1;
  for (let node = 0; node < nodes; node++) {
    if (isDeleted?.(node) === true) continue;
    const children = [left(node), right(node)];
    if (children.every((child) => child === -1)) continue;
    for (const child of children) {
      if (!(Number.isInteger(child) && child >= 0 && child < nodes))
        return `node ${node} leads to ${child} of ${nodes}`;
      if (reached[child] === 1) return `node ${child} is reached twice`;
      reached[child] = 1;
      if (parent !== undefined && parent(child) !== node) return `node ${child} denies that ${node} leads to it`;
    }
  }
  for (let node = 0; node < nodes; node++) {
    if (reached[node] !== 1 && isDeleted?.(node) !== true) return `nothing leads to node ${node}`;
  }
  return null;
}
