package tsunagu.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import tsunagu.seal.Chain;
import tsunagu.shared.Sql;

/** The chain of official records, as its end is signed every day. */
@ApplicationScoped
class OfficialChain implements Chain {

    /** In what is signed. */
    static final String NAME = "official";

    @Inject
    private Sql sql;

    @Override
    public String chain() {
        return NAME;
    }

    @Override
    public Optional<End> end() {
        return sql.of("select seq as no, hash from official_record order by seq desc limit 1")
                .first(End.class);
    }

    @Override
    public Optional<String> hash(long no) {
        return sql.of("select hash from official_record where seq = :no")
                .with("no", no)
                .first(String.class);
    }
}
