package tsunagu.finding.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import tsunagu.shared.Readings;

/** Words for pupils with their reading, as companies and the class pages' texts write them. */
@Named
@ApplicationScoped
public class PlainWords {

    public String read(String written) {
        return Readings.barred(written);
    }
}
