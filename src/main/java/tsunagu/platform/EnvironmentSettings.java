package tsunagu.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import tsunagu.shared.InstallationSettings;
import tsunagu.shared.Limit;
import tsunagu.shared.Worded;

/** What the environment says to the server as a whole. Passwords, keys and addresses with passwords in them are only said to be there. */
@ApplicationScoped
public class EnvironmentSettings implements InstallationSettings {

    private final Map<String, String> environment;

    public EnvironmentSettings() {
        this(System.getenv());
    }

    EnvironmentSettings(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                said(Group.SERVER, "web.setting.publicUrl", "TSUNAGU_PUBLIC_URL", ""),
                there(Group.SERVER, "web.setting.database", "TSUNAGU_DB_URL"),
                there(Group.SERVER, "web.setting.sealKey", "TSUNAGU_SEAL_KEY"),
                there(Group.SERVER, "web.setting.fieldKey", "TSUNAGU_FIELD_KEY"),
                said(Group.SERVER, "web.setting.proxy", "TSUNAGU_TRUSTED_PROXY", "127\\.0\\.0\\.1"),
                said(Group.SERVER, "web.setting.drain", "TSUNAGU_DRAIN_FILE", ""),
                Setting.onServer(
                        Group.SERVER,
                        "web.setting.searches",
                        Limit.SEARCH_NETWORK.most(),
                        "TSUNAGU_SEARCHES_PER_MINUTE"),
                Setting.onServer(
                        Group.ACCOUNTS,
                        "web.setting.secondFactor",
                        Worded.by(
                                "offered".equals(environment.get("TSUNAGU_SECOND_FACTOR"))
                                        ? "web.setting.offered"
                                        : "web.setting.required"),
                        "TSUNAGU_SECOND_FACTOR"),
                Setting.onServer(
                        Group.ACCOUNTS,
                        "web.setting.sleep",
                        months("TSUNAGU_SLEEP_MONTHS", 24),
                        "TSUNAGU_SLEEP_MONTHS"),
                Setting.onServer(
                        Group.ACCOUNTS,
                        "web.setting.sleepCity",
                        months("TSUNAGU_SLEEP_CITY_MONTHS", 12),
                        "TSUNAGU_SLEEP_CITY_MONTHS"),
                Setting.onServer(Group.ACCOUNTS, "web.setting.wrongPasswords", Limit.SIGN_IN_ACCOUNT.most(), ""));
    }

    private Setting said(Group group, String text, String variable, String otherwise) {
        String said = environment.getOrDefault(variable, "").strip();
        return Setting.onServer(group, text, said.isEmpty() ? otherwise : said, variable);
    }

    private Setting there(Group group, String text, String variable) {
        return Setting.secret(
                group, text, !environment.getOrDefault(variable, "").isBlank(), variable);
    }

    /** As SleepService reads it; 0 is never. */
    private Object months(String variable, int otherwise) {
        String said = environment.get(variable);
        int months = said == null || !said.matches("[0-9]{1,3}") ? otherwise : Integer.parseInt(said);
        return months == 0 ? Worded.by("web.setting.never") : months;
    }
}
