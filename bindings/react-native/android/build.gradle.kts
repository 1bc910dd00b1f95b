// The Android half of @avalo/react-native, as React Native's Gradle plugin finds it. It has been run on no machine yet.

plugins {
    id("com.android.library")
    id("com.facebook.react")
}

// Before its version 9, Android's plugin does not compile Kotlin by itself.
if (com.android.Version.ANDROID_GRADLE_PLUGIN_VERSION.substringBefore('.').toInt() < 9) {
    apply(plugin = "org.jetbrains.kotlin.android")
}

android {
    namespace = "app.avalo.reactnative"
    compileSdk = 37
    defaultConfig {
        minSdk = 24
    }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }
}

dependencies {
    implementation("com.facebook.react:react-android")
    // What build-android.sh makes.
    implementation("app.avalo:avalo-sdk:0.1.0")
}
