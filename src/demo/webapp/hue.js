/** The colour of a name, as degrees of a hue: always the same. */
export const hue = (name) =>
  String([...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 360, 7));
