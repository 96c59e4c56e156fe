package tsunagu.testing;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * Everything that is tested inside the container, as one class. The tests run in two JVMs that take one class after the other;
 * Arquillian starts its server anew whenever a JVM is given the next class, and keeps it within one.
 *
 * <p>A single class of {@code tsunagu.incontainer} can still be asked for by its name ({@code -Dit.test=RacesIT}).
 */
@Suite
@SelectPackages("tsunagu.incontainer")
@IncludeClassNamePatterns(".*IT")
@ConfigurationParameter(key = "junit.jupiter.testclass.order.default", value = "org.junit.jupiter.api.ClassOrderer$Random")
class InContainerIT {}
