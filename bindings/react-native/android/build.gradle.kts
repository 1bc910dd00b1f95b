// The Android half of @avalo/react-native, as React Native's Gradle plugin finds it. It has been run on no machine yet.

plugins {
    id("com.android.library")
    id("org.jetbrains.kotlin.android")
    id("com.facebook.react")
}

android {
    namespace = "app.avalo.reactnative"
    compileSdk = 36
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
