package fr.ruche.workflow;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Deploys the programmes that come with the program when it starts, each as a deployment of its own. */
@Component
class Models implements SmartInitializingSingleton {

    private final ShippedModels shipped;
    private final Publications publications;

    Models(ShippedModels shipped, Publications publications) {
        this.shipped = shipped;
        this.publications = publications;
    }

    @Override
    public void afterSingletonsInstantiated() {
        shipped.all().forEach(one -> publications.publish(one.deployment(), one.files()));
    }
}
