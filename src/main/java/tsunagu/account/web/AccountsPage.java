package tsunagu.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tsunagu.account.AccountList;
import tsunagu.account.AccountQuery;
import tsunagu.account.AccountService;
import tsunagu.shared.Role;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** The administrator's list of accounts: find one, stop one, resume one. What is looked for is in the address. */
@Named
@RequestScoped
public class AccountsPage {

    private static final String ADDRESS = "/accounts";

    private static final String STOPPED = "stopped";

    /** Neighbours of the shown page among the links to pages. */
    private static final int BESIDE = 2;

    @Inject
    private AccountService accounts;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    @Inject
    private RowAct act;

    private AccountList list;
    private String reason = "";

    public AccountList getList() {
        if (list == null) {
            Integer page = Typed.wholeNumber(asked("page")).value();
            list = accounts.accounts(new AccountQuery(
                    getWords(), chosen(Role.class, getRole()), active(), order(), page == null ? 1 : page));
        }
        return list;
    }

    public String getWords() {
        return asked("q").strip();
    }

    /** Name of a role, "" for any. */
    public String getRole() {
        return asked("role");
    }

    /** "active", "stopped", or "" for both. */
    public String getState() {
        return asked("state");
    }

    public String getOrder() {
        return order().name().toLowerCase(Locale.ROOT);
    }

    public List<String> getOrders() {
        return Arrays.stream(AccountQuery.Order.values()).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    }

    public List<String> getStates() {
        return List.of("active", STOPPED);
    }

    public boolean isNarrowed() {
        return !getWords().isEmpty() || !getRole().isEmpty() || !getState().isEmpty();
    }

    /** First and last of the accounts on this page, from 1. */
    public long getFrom() {
        return (getList().page() - 1L) * AccountList.PER_PAGE + 1;
    }

    public long getTo() {
        return getFrom() + getList().accounts().size() - 1;
    }

    /** The first, the last, and those around this one. */
    public List<Integer> getPages() {
        int here = getList().page();
        int last = getList().pages();
        return IntStream.rangeClosed(1, last)
                .filter(each -> each == 1 || each == last || Math.abs(each - here) <= BESIDE)
                .boxed()
                .toList();
    }

    /** Address of a page of the same list. */
    public String address(int page) {
        return web.url(ADDRESS) + query(page, "");
    }

    public void stop() {
        turn(false);
    }

    public void resume() {
        turn(true);
    }

    private void turn(boolean active) {
        if (reason.isBlank()) {
            errors.add("reason", texts.of("account.error.reasonMissing"));
            return;
        }
        if (errors.attempt(() -> accounts.setActive(act.number(), act.version(), active, reason))) {
            web.go(web.url(ADDRESS) + query(getList().page(), "changed"));
        }
    }

    private String query(int page, String done) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("q", getWords());
        parts.put("role", getRole());
        parts.put("state", getState());
        parts.put("order", order() == AccountQuery.Order.ROLE ? "" : getOrder());
        parts.put("page", page == 1 ? "" : Integer.toString(page));
        parts.put("done", done);
        String query = parts.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private AccountQuery.Order order() {
        AccountQuery.Order order = chosen(AccountQuery.Order.class, asked("order").toUpperCase(Locale.ROOT));
        return order == null ? AccountQuery.Order.ROLE : order;
    }

    private Boolean active() {
        return switch (getState()) {
            case "active" -> true;
            case STOPPED -> false;
            default -> null;
        };
    }

    private String asked(String parameter) {
        return web.parameter(parameter).orElse("");
    }

    /** Null for a word that is none of them: an address somebody made up narrows nothing. */
    private static <E extends Enum<E>> E chosen(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants()).filter(each -> each.name().equals(word)).findFirst().orElse(null);
    }

    public Role[] getPossibleRoles() {
        return Role.values();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
