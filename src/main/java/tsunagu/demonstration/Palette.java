package tsunagu.demonstration;

import java.util.List;

/** Colours that go together. */
record Palette(
        String sky, String hill, String near, String wall, String roof, String accent, String glass, String dark) {

    private static final List<Palette> ALL = List.of(
            new Palette("#dcebf2", "#a9c4b8", "#7fa68c", "#f4efe6", "#5b7083", "#d98f5c", "#9fc3d6", "#33475b"),
            new Palette("#f6e9d8", "#c9b99a", "#93a578", "#fbf7ef", "#8a5a44", "#c8553d", "#b5cfcf", "#4a3b35"),
            new Palette("#e3e8f4", "#aab6d3", "#7d94ad", "#f2f2f5", "#4b5d8a", "#e0b04c", "#a8c8ea", "#2e3a59"),
            new Palette("#e4f1e7", "#9fc9a5", "#6da37a", "#f7f6ec", "#47705b", "#e2a24b", "#a9d3d1", "#2f4a40"),
            new Palette("#f3e6ea", "#cdb3bf", "#94a893", "#fbf4f1", "#7a5568", "#d7876f", "#b7cbd8", "#453746"),
            new Palette("#d9eef0", "#8fbfc2", "#67a1a0", "#f5f7f4", "#2f6f7a", "#ecc062", "#bfe0e6", "#234a52"),
            new Palette("#f7efd5", "#d6c489", "#a5ad62", "#fdf9ec", "#6f6a3f", "#d0703f", "#bcd2c0", "#47432a"));

    static Palette drawn(Dice dice) {
        return dice.pick(ALL);
    }
}
