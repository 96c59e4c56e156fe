package tsunagu.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.PersonalData;
import tsunagu.shared.Words;
import tsunagu.web.Dates;

/** Where and with what the person who acts signs in. */
@ApplicationScoped
class OwnSignIns implements PersonalData {

    @Inject
    private AccountSessionRepository sessions;

    @Inject
    private AccountDeviceRepository devices;

    @Inject
    private PasskeyRepository passkeys;

    @Inject
    private ProviderLinkRepository providers;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @Override
    public String section() {
        return "signIns";
    }

    @Override
    public List<Map<String, String>> tell(Locale language) {
        long account = currentActor.get().accountId();
        List<Map<String, String>> rows = new ArrayList<>();
        sessions.of(account)
                .forEach(each -> rows.add(
                        row("session", named(each.browser(), language), each.openedAt(), each.seenAt(), language)));
        devices.of(account, "", clock.instant())
                .forEach(each -> rows.add(
                        row("browser", named(each.browser(), language), each.firstAt(), each.lastAt(), language)));
        passkeys.of(account)
                .forEach(each -> rows.add(row("passkey", each.name(), each.madeAt(), each.usedAt(), language)));
        providers
                .of(account)
                .forEach(each -> rows.add(row(
                        "provider", each.issuer() + " " + each.subject(), each.linkedAt(), each.usedAt(), language)));
        return rows;
    }

    private static String named(String browser, Locale language) {
        return browser.isEmpty() ? Words.of("account.devices.unknown", language) : browser;
    }

    private static Map<String, String> row(String what, String name, Instant since, Instant last, Locale language) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put(what, name);
        row.put("since", Dates.moment(since, language));
        if (last != null) {
            row.put("lastUsed", Dates.moment(last, language));
        }
        return row;
    }

    /** It goes with the account ({@link AccountService#closeOwn}). */
    @Override
    public void forget() {
        // nothing before that
    }
}
