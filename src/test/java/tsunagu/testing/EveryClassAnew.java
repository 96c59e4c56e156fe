package tsunagu.testing;

import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Before every class of tests the databases that outlive a class have their {@linkplain FirstRows first rows} again. */
public final class EveryClassAnew implements TestExecutionListener {

    @Override
    public void executionStarted(TestIdentifier begun) {
        if (begun.isContainer() && begun.getSource().orElse(null) instanceof ClassSource) {
            TestPortal.putBack();
            ContainerServer.putBack();
        }
    }
}
