package tsunagu.account;

import java.text.Normalizer;
import java.util.Locale;
import tsunagu.shared.Role;

/**
 * What an administrator looks for in the list of accounts.
 *
 * @param words part of a name or an address, however it is spaced and in whatever width; "" for everybody
 * @param role null for any
 * @param active null for active and stopped ones
 * @param page from 1; one behind the last is the last
 */
public record AccountQuery(String words, Role role, Boolean active, Order order, int page) {

    /** The default comes first. */
    public enum Order {
        /** Those who can do most first: the list's first page is never filled by strangers who sign up. */
        ROLE,
        NAME,
        EMAIL,
        /** The newest first. */
        OPENED
    }

    public static final AccountQuery EVERYBODY = new AccountQuery("", null, null, Order.ROLE, 1);

    /** As names and addresses are compared: of one width, in small letters, without spaces. */
    String plain() {
        return Normalizer.normalize(words, Normalizer.Form.NFKC).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }
}
