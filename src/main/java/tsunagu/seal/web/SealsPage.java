package tsunagu.seal.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tsunagu.seal.Seals;

/** The ends of the chains, as they were signed day by day, for everybody to keep. */
@Named
@RequestScoped
public class SealsPage {

    /** Rows on the page: a month of both chains; the text file has all of them. */
    private static final int SHOWN = 62;

    @Inject
    private Seals seals;

    private List<Seals.Head> heads;

    /** The last one of each day. */
    public List<Seals.Head> getHeads() {
        if (heads == null) {
            Set<String> seen = new HashSet<>();
            heads = seals.heads().stream()
                    .filter(each -> seen.add(each.chain() + each.day()))
                    .limit(SHOWN)
                    .toList();
        }
        return heads;
    }

    public List<Seals.PublicKey> getKeys() {
        return seals.keys();
    }

    public List<Seals.Broken> getBroken() {
        return seals.broken();
    }
}
