package tsunagu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DownloadsTest {

    private final Downloads downloads = new Downloads();

    @Test
    void one_network_takes_no_more_than_its_share_and_others_are_served() {
        for (int i = 0; i < Downloads.MOST_OF_NETWORK; i++) {
            downloads.begin("slow");
        }
        assertThatThrownBy(() -> downloads.begin("slow")).isInstanceOf(RefusedRequest.class);
        downloads.begin("other");
    }

    @Test
    void whoever_waits_has_his_turn_when_one_ends() throws Exception {
        for (int i = 0; i < Downloads.MOST; i++) {
            downloads.begin("network " + i);
        }
        CompletableFuture<Void> waits = CompletableFuture.runAsync(() -> downloads.begin("late"));
        assertThat(waits.isDone()).isFalse();
        downloads.end("network 3");
        waits.get(5, TimeUnit.SECONDS);
        downloads.end("late");
    }
}
