// Made by `npm run generate` from `repository` in package.json. Edit there, not here.

/** Without a slash at its end; undefined while the project has no public address. */
export const publicAddress: string | undefined = undefined;
