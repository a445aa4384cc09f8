package org.heliograph.it;

import org.heliograph.it.app.transactions.Fates;
import org.heliograph.it.jakarta.TransactionContract;
import org.heliograph.it.support.ContainerTest;
import org.heliograph.it.support.Wars;
import org.heliograph.it.support.server.ToleratedInLog;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** An application with transactions of every fate, JPA, and threads of its own. */
@ToleratedInLog({
  "AS-EJB-00051", // Payara Micro, of any stateful session bean that is not stored
  "Transaction Reaper" // WildFly, of any transaction that times out
})
class TransactionIT extends ContainerTest implements TransactionContract {
  private static final String PERSISTENCE =
      """
      <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
        <persistence-unit name="items">
          <jta-data-source>java:comp/DefaultDataSource</jta-data-source>
          <properties>
            <property name="jakarta.persistence.schema-generation.database.action"
                      value="create"/>
          </properties>
        </persistence-unit>
      </persistence>
      """;

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.streaming("transactions")
        .addPackage(Fates.class.getPackage())
        .addAsResource(new StringAsset(PERSISTENCE), "META-INF/persistence.xml");
  }
}
