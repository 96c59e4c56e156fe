package tsunagu.account;

import java.util.List;

/**
 * A page of the list of accounts.
 *
 * @param found accounts on all pages
 * @param page from 1
 */
public record AccountList(long found, int page, List<AccountView> accounts) {

    public static final int PER_PAGE = 50;

    public int pages() {
        return pages(found);
    }

    static int pages(long found) {
        return (int) Math.max(1, (found + PER_PAGE - 1) / PER_PAGE);
    }
}
