/** Sends one file with a form's hidden values and tells how far it is. @returns what went wrong in words, or null */
export function sendFile(
  url: string,
  fields: Readonly<Record<string, string>>,
  file: File,
  onProgress: (share: number) => void,
  failed: string,
): Promise<string | null> {
  const body = new FormData();
  // The server reads as it streams: what the file belongs to comes first.
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('files', file, file.name);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = (event) => onProgress(event.total > 0 ? event.loaded / event.total : 0);
    request.onerror = () => resolve(failed);
    request.onload = () => {
      if (request.status === 201) return resolve(null);
      try {
        const answer: unknown = JSON.parse(request.responseText);
        const said = typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : null;
        resolve(typeof said === 'string' ? said : failed);
      } catch {
        resolve(failed);
      }
    };
    request.send(body);
  });
}
