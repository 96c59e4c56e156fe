package tsunagu.testing;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The other half of {@link InContainerIT}. */
@Suite
@SelectPackages("tsunagu.incontainer")
@IncludeClassNamePatterns(".*\\.[G-Z][^.]*IT")
@ConfigurationParameter(
        key = "junit.jupiter.testclass.order.default",
        value = "org.junit.jupiter.api.ClassOrderer$Random")
class InContainerRestIT {}
