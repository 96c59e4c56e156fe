package tsunagu.web;

import java.util.Optional;

/** A room whose public pages depend on nothing but the address and a state it can name. */
public interface PageState {

    /**
     * @param path of the portal, "/jobs"
     * @return the state the page would show now, or empty when the page has to be made every time
     */
    Optional<String> now(String path);
}
