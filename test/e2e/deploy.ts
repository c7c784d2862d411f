export function defineDeploySuite(): void {}
