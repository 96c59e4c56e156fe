package tsunagu.evaluation;

/**
 * 自己評価. Only B is defined in print ("事業の成果が見られた", 資料2 No. 43); the others by symmetry: A 大いに成果が見られた, C あまり見られなかった,
 * D 見られなかった・未実施.
 */
public enum Grade {
    A,
    B,
    C,
    D
}
