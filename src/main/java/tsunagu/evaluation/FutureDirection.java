package tsunagu.evaluation;

import tsunagu.shared.Words;

/** 今後の方向性 of a programme, as the papers of the meeting name it. What is to be said about it stands beside it, in words. */
public enum FutureDirection {
    /** 拡充 */
    EXPAND,
    /** 継続, which 資料3 and 資料4 leave out */
    CONTINUE,
    /** 見直し */
    REVISE,
    /** 縮小 */
    REDUCE,
    /** 統合: goes on as a part of another programme */
    MERGE,
    /** 廃止 */
    ABOLISH,
    /** 終了: as planned from the beginning */
    END,
    /** The paper says nothing. */
    BLANK;

    /** The programme has no place of its own in next year's plan. */
    public boolean ends() {
        return this == MERGE || this == ABOLISH || this == END;
    }

    /** As it is printed; "" for {@link #BLANK}. */
    public String word() {
        return this == BLANK ? "" : Words.japanese("evaluation.direction." + name());
    }
}
