interface ChoiceProps<Value extends string> {
  /** What is chosen. */
  readonly label: string;
  readonly values: readonly (readonly [value: Value, words: string])[];
  readonly chosen: Value;
  readonly choose: (value: Value) => void;
}

/** A few ways to see one thing, as buttons in a row. */
export function Choice<Value extends string>({ label, values, chosen, choose }: ChoiceProps<Value>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is sent with a form
    <div class="choice" role="group" aria-label={label}>
      {values.map(([value, words]) => (
        <button type="button" key={value} aria-pressed={value === chosen} onClick={() => choose(value)}>
          {words}
        </button>
      ))}
    </div>
  );
}
