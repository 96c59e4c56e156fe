package tsunagu.city;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import tsunagu.shared.Sql;
import tsunagu.shared.Upload;

/** The one row, as stored. */
@ApplicationScoped
class CityOfficeRepository {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    @Inject
    private Sql sql;

    private record StoredCrest(String mediaType, byte[] content) {}

    Optional<Upload> crest() {
        return sql.of("select media_type, content from city_crest")
                .first(StoredCrest.class)
                .map(each -> new Upload("crest", each.mediaType(), each.content(), 0, 0));
    }

    /** Whoever writes the contact meanwhile is not disturbed: its version stays. */
    private void named(String digest) {
        sql.of("update city_office set crest = :digest").with("digest", digest).run();
    }

    void putCrest(Upload picture, String digest) {
        named(digest);
        sql.of(
                        "insert into city_crest (id, media_type, content) values (1, :mediaType, :content)"
                                + " on conflict (id) do update set media_type = excluded.media_type, content = excluded.content")
                .with("mediaType", picture.mediaType())
                .with("content", picture.content())
                .run();
    }

    void removeCrest() {
        named("");
        sql.of("delete from city_crest").run();
    }

    CityOffice get() {
        return entityManager.find(CityOffice.class, CityOffice.ONLY);
    }
}
