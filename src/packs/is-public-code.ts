/** Whether an id has the form of an ISO 3166-1 alpha-3, ISO 3166-2 or M49 code. */
export function isPublicCode(id: string): boolean {
  return /^([A-Z]{3}|[A-Z]{2}-[A-Z0-9]{1,3}|\d{3})$/.test(id);
}
