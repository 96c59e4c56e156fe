package tsunagu.job.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import tsunagu.shared.InstallationSettings;
import tsunagu.shared.InstallationSettings.Group;
import tsunagu.shared.InstallationSettings.Setting;
import tsunagu.shared.Worded;
import tsunagu.web.Texts;

/** What the installation is set to, asked from the rooms, for the administrator. */
@Named
@RequestScoped
public class SettingsPage {

    @Inject
    @Any
    private Instance<InstallationSettings> rooms;

    @Inject
    private Texts texts;

    private List<Setting> all;

    public List<Group> getGroups() {
        return Arrays.stream(Group.values()).filter(each -> !of(each).isEmpty()).toList();
    }

    public List<Setting> of(Group group) {
        if (all == null) {
            all = rooms.stream().flatMap(each -> each.settings().stream()).toList();
        }
        return all.stream().filter(each -> each.group() == group).toList();
    }

    public String value(Setting setting) {
        return setting.value() instanceof Worded word
                ? texts.of(word.key())
                : setting.value().toString();
    }
}
