package tsunagu.shared;

import java.util.List;

/**
 * What the installation is set to. Each room says its own, and the administrator reads all of it in one place. Never a secret: of one it
 * is said only whether it is there.
 */
public interface InstallationSettings {

    List<Setting> settings();

    /** In the order of the page. */
    enum Group {
        CITY,
        MAIL,
        ACCOUNTS,
        PAPERS,
        SERVER
    }

    /**
     * One setting.
     *
     * @param text key of its name, "city.setting.name"; what it means is "city.settingHint.name"
     * @param value as it is read: a text, a number or one of the portal's words; "" where nothing is set
     * @param source where it comes from, as whoever runs the server writes it: TSUNAGU_CITY, TSUNAGU_REFERENCE; "" where a page sets it
     * @param path of the page that sets it; "" where none does
     */
    record Setting(Group group, String text, Object value, String source, String path) {

        /** Set on a page of the portal. */
        public static Setting onPage(Group group, String text, Object value, String path) {
            return new Setting(group, text, value, "", path);
        }

        /** Set by whoever runs the server. */
        public static Setting onServer(Group group, String text, Object value, String source) {
            return new Setting(group, text, value, source, "");
        }

        /** A secret: whether there is one, and no more. */
        public static Setting secret(Group group, String text, boolean there, String source) {
            return new Setting(group, text, there ? Worded.by("web.setting.secret") : "", source, "");
        }

        public String hint() {
            return text.replace(".setting.", ".settingHint.");
        }

        public boolean set() {
            return !"".equals(value);
        }
    }
}
