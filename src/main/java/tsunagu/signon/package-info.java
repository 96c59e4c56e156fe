/**
 * Sign-in by another house (OpenID Connect, decision 0050): how this portal sends somebody to a provider and what it believes of the answer.
 *
 * <p>Not inside: which account the answer opens, and what follows from it. That is said by the room account
 * ({@link tsunagu.account.ProviderLinkService}), through which everybody comes in.
 */
package tsunagu.signon;
