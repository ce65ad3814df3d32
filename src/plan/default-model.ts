/** The model of a call that names none. */
export const defaultModel = '${models.system}';
