/** Sentences of a text, and whether a text ends one. */

/** Parts a text at full stops, question and exclamation marks before a capital letter. */
export function splitSentences(text: string): string[] {
  return text
    .split(/(?<=[.!?…؟][”’")»]?)\s+(?=[\p{Lu}\p{Lo}\p{N}“‘"(«„¿¡])|(?<=[。！？][”’」）]?)(?![”’」）])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** Whether a text ends with the end of a sentence. */
export function isFinished(text: string): boolean {
  return /[.!?:…。！？：؟][”’")\]»」）]?$/u.test(text.trim());
}
