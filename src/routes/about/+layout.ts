/** These pages are text; none of them carries script. */
export const csr = false;
