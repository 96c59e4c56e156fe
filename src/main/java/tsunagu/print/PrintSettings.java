package tsunagu.print;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import tsunagu.shared.InstallationSettings;
import tsunagu.shared.Worded;

/** The fonts that papers are written with. */
@ApplicationScoped
public class PrintSettings implements InstallationSettings {

    @Inject
    private PrintFonts fonts;

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.onServer(Group.PAPERS, "web.setting.fonts", String.join(", ", fonts.found()), "TSUNAGU_FONT"),
                Setting.onServer(
                        Group.PAPERS,
                        "web.setting.fontsMissing",
                        fonts.missing().isEmpty()
                                ? Worded.by("web.setting.nothing")
                                : String.join(", ", fonts.missing()),
                        ""));
    }
}
