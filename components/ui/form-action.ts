/** What a plain form may post to: a URL, or a server action. */
export type FormAction = string | ((formData: FormData) => void | Promise<void>);
