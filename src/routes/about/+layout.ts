/** These pages are text; none of them carries script but the one that has an example to change. */
export const csr = false;
