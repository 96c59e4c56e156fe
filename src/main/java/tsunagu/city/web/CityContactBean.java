package tsunagu.city.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import tsunagu.shared.CityContact;

/** What stands under every page. In pages: {@code #{cityContact.now}}. */
@Named("cityContact")
@ApplicationScoped
public class CityContactBean {

    @Inject
    private CityContact.Known known;

    public CityContact getNow() {
        return known.contact();
    }
}
