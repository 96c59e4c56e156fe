package tsunagu.company;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import tsunagu.shared.Municipality;

/** Certificates a company may hold (domain: 若者雇用促進法, 次世代法, 女性活躍推進法, 障害者雇用促進法, 岩手県). */
public enum Certification {
    /** ユースエール */
    YOUTH_YELL(""),
    /** くるみん */
    KURUMIN(""),
    /** えるぼし */
    ERUBOSHI(""),
    /** もにす */
    MONISU(""),
    /** 健康経営優良法人 */
    HEALTH(""),
    /** いわて女性活躍認定企業等 */
    IWATE_WOMEN("03"),
    /** いわて働き方改革 */
    IWATE_WORKSTYLE("03");

    /** 都道府県コード (JIS X 0401) of the prefecture that gives it; "" for the whole country. */
    private final String prefecture;

    Certification(String prefecture) {
        this.prefecture = prefecture;
    }

    /** What companies of a city may have, and what this one has, from wherever it came. */
    public static List<Certification> offered(Municipality city, Collection<Certification> held) {
        return Stream.of(values())
                .filter(each -> city.code().startsWith(each.prefecture) || held.contains(each))
                .toList();
    }
}
