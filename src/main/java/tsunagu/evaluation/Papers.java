package tsunagu.evaluation;

import java.util.List;
import tsunagu.shared.Words;

/** The papers of the meeting, by the names they carry. */
public final class Papers {

    /** 令和n年度事業実績 */
    public static final String RESULTS = Words.japanese("evaluation.paper.2.name");

    /** 工業振興計画事業点検評価一覧 */
    public static final String CHECK = Words.japanese("evaluation.paper.3.name");

    /** 令和n+1年度事業計画 */
    public static final String NEXT_YEAR = Words.japanese("evaluation.paper.4.name");

    public static final List<String> ALL = List.of(RESULTS, CHECK, NEXT_YEAR);

    private Papers() {}
}
