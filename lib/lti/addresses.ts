/** Our addresses as platforms and their pages know them. */
export const ltiPaths = {
  login: "/api/lti/login",
  launch: "/api/lti/launch",
  keys: "/api/lti/jwks",
  choose: "/api/lti/deep-link",
  enter: "/api/lti/enter",
} as const;

/** What whoever runs a platform types in there. */
export const ourAddresses = (site: string) => ({
  "Tool URL and target link URI": site,
  "Initiate login URL": site + ltiPaths.login,
  "Redirect URI, and deep linking": site + ltiPaths.launch,
  "Public key set (JWKS)": site + ltiPaths.keys,
});
