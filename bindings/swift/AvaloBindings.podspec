# What uniffi writes in Swift, over the library of the xcframework beside it, and the keychain: see
# build-xcframework.sh.

Pod::Spec.new do |s|
  s.name = "AvaloBindings"
  s.version = "0.1.0"
  s.summary = "The engine of the Avalo SDK, for bridges to other languages."
  s.license = "MIT OR Apache-2.0"
  s.homepage = "https://avalo.app"
  s.author = "Avalo"
  s.source = { :path => "." }
  s.platforms = { :ios => "15.1", :osx => "12.0" }
  s.swift_version = "5.9"
  s.source_files = "Sources/{AvaloBindings,AvaloKeychain}/*.swift"
  s.vendored_frameworks = "AvaloFFI.xcframework"
end
