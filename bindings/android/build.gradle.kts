// The archive for Android, of what build-android.sh leaves in target/android. It has been run on no machine yet.

plugins {
    id("com.android.library") version "8.13.2"
    id("org.jetbrains.kotlin.android") version "2.2.21"
}

val built = rootDir.resolve("../../target/android")

android {
    namespace = "app.avalo.sdk"
    compileSdk = 36
    defaultConfig {
        minSdk = 24
        consumerProguardFiles("consumer-rules.pro")
    }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
        // Moments are `java.time`, which Android has from 26 on.
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
    coreLibraryDesugaring("com.android.tools:desugar_jdk_libs:2.1.5")
}
