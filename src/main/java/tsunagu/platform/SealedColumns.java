package tsunagu.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import tsunagu.shared.FieldCipher;
import tsunagu.shared.SealedAnew;
import tsunagu.shared.SealedText;
import tsunagu.shared.Sql;
import tsunagu.shared.UseCase;

/** All columns that hold {@link SealedText}, as the schema names them by their type, with their marks. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class SealedColumns implements SealedAnew {

    @Inject
    private Sql sql;

    @Inject
    private FieldCipher cipher;

    /** @param mark the column beside it, null where it is not asked for */
    private record Place(String table, String name, String mark) {}

    /** @param row where it lies; it is locked and stays there */
    private record Old(String row, byte[] sealed) {}

    @Override
    @UseCase
    public int sealAnew(int most) {
        for (Place place : places()) {
            List<Old> old = sql.of("select cast(ctid as text) as row, " + place.name + " as sealed from " + place.table
                            + " where encode(substring(" + place.name
                            + " from 1 for 8), 'escape') <> :key limit :most for update skip locked")
                    .with("key", cipher.sealingKey())
                    .with("most", most)
                    .list(Old.class);
            old.forEach(each -> anew(place, each));
            if (!old.isEmpty()) {
                return old.size();
            }
        }
        return 0;
    }

    @Override
    @UseCase
    public long left() {
        return places().stream()
                .mapToLong(place -> sql.of("select count(*) from " + place.table + " where encode(substring("
                                + place.name + " from 1 for 8), 'escape') <> :key")
                        .with("key", cipher.sealingKey())
                        .one(Long.class))
                .sum();
    }

    private void anew(Place place, Old old) {
        String text = SealedText.opened(old.sealed, cipher);
        Sql.Statement update = sql.of("update " + place.table + " set " + place.name + " = :sealed"
                        + (place.mark == null
                                ? ""
                                : ", " + place.mark + " = case when " + place.mark + " is not null then :mark end")
                        + " where ctid = cast(:row as tid)")
                .with("sealed", new SealedText(text).sealed(cipher))
                .with("row", old.row);
        (place.mark == null ? update : update.withMark("mark", text)).run();
    }

    private List<Place> places() {
        return sql.of(
                        """
                        select c.table_name as table, c.column_name as name, m.column_name as mark
                        from information_schema.columns c
                        join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                        left join information_schema.columns m on m.table_schema = c.table_schema and m.table_name = c.table_name
                            and m.column_name = c.column_name || '_key' and m.domain_name = 'mark'
                        where c.table_schema = 'public' and c.domain_name = 'sealed_text' and t.table_type = 'BASE TABLE'
                        order by 1, 2
                        """)
                .list(Place.class);
    }
}
