/** What tests share: a portal of their own, a real browser, and what the machine must have for it. */
package tsunagu.testing;
