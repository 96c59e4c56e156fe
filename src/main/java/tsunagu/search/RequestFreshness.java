package tsunagu.search;

import jakarta.enterprise.context.RequestScoped;

/** Whether this request, which only reads, has already asked the database for changes; asking twice would only cost. */
@RequestScoped
class RequestFreshness {

    private boolean already;

    void now() {
        already = true;
    }

    boolean already() {
        return already;
    }
}
