package tsunagu.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import tsunagu.shared.InstallationSettings;

/** How letters leave the house. */
@ApplicationScoped
public class MailSettings implements InstallationSettings {

    @Inject
    private MailServer server;

    @Override
    public List<Setting> settings() {
        return server.settings();
    }
}
