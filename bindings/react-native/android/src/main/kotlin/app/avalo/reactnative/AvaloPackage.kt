package app.avalo.reactnative

import app.avalo.sdk.KeystoreTokenStore
import com.facebook.react.BaseReactPackage
import com.facebook.react.bridge.NativeModule
import com.facebook.react.bridge.ReactApplicationContext
import com.facebook.react.module.model.ReactModuleInfo
import com.facebook.react.module.model.ReactModuleInfoProvider

/** What React Native finds in the app by itself: the one module. */
public class AvaloPackage : BaseReactPackage() {
    override fun getModule(name: String, reactContext: ReactApplicationContext): NativeModule? =
        if (name == NativeAvaloSpec.NAME) AvaloModule(reactContext, KeystoreTokenStore(reactContext)) else null

    override fun getReactModuleInfoProvider(): ReactModuleInfoProvider = ReactModuleInfoProvider {
        val name = NativeAvaloSpec.NAME
        val info = ReactModuleInfo(name, name, false, false, false, true)
        mapOf(name to info)
    }
}
