// The archive for Android, of what build-android.sh leaves in target/android. It has been run on no machine yet.

plugins {
    // The version of React Native 0.87. From 9 on it compiles Kotlin by itself.
    id("com.android.library") version "9.2.1"
}

val built = rootDir.resolve("../../target/android")

android {
    namespace = "app.avalo.sdk"
    compileSdk = 37
    defaultConfig {
        minSdk = 24
        consumerProguardFiles("consumer-rules.pro")
    }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
        // `java.time` and `java.nio.file`, which Android has from 26 on.
        isCoreLibraryDesugaringEnabled = true
    }
    sourceSets["main"].apply {
        kotlin.srcDirs(built.resolve("kotlin"), "../kotlin/src/main/kotlin", "src/main/kotlin")
        jniLibs.srcDirs(built.resolve("jniLibs"))
    }
}

kotlin {
    jvmToolchain(17)
}

dependencies {
    api("org.jetbrains.kotlinx:kotlinx-coroutines-core:1.10.2")
    api("org.jetbrains.kotlinx:kotlinx-serialization-json:1.9.0")
    implementation("net.java.dev.jna:jna:5.19.1@aar")
    coreLibraryDesugaring("com.android.tools:desugar_jdk_libs_nio:2.1.5")
}
