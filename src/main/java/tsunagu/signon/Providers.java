package tsunagu.signon;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import tsunagu.shared.NotFoundException;

/** The providers that the city has set; none unless it did. One that is set wrongly is not offered, and the log says what is wrong. */
@ApplicationScoped
public class Providers {

    private static final Logger LOG = Logger.getLogger(Providers.class.getName());

    @Inject
    private Clock clock;

    private final Map<Way, Provider> all = new EnumMap<>(Way.class);

    @PostConstruct
    void begin() {
        for (Way way : Way.values()) {
            try {
                ProviderSettings.of(way, System.getenv()).ifPresent(each -> all.put(way, new Provider(each, clock)));
            } catch (IllegalArgumentException wrong) {
                LOG.log(Level.SEVERE, "Sign-in by another house is not offered: {0}", wrong.getMessage());
            }
        }
    }

    public List<Provider> all() {
        return List.copyOf(all.values());
    }

    /**
     * @param word of a {@link Way}
     * @throws NotFoundException when the city has set none
     */
    public Provider of(String word) {
        return Way.of(word).map(all::get).orElseThrow(() -> new NotFoundException("provider"));
    }
}
