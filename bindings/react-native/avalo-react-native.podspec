require "json"

package = JSON.parse(File.read(File.join(__dir__, "package.json")))

Pod::Spec.new do |s|
  s.name = "avalo-react-native"
  s.version = package["version"]
  s.summary = package["description"]
  s.license = package["license"]
  s.homepage = "https://avalo.app"
  s.author = "Avalo"
  s.source = { :path => "." }
  s.platforms = { :ios => "15.1" }
  s.swift_version = "6.0"
  s.source_files = "ios/**/*.{swift,h,mm}"
  # What build-xcframework.sh makes of the engine, as a pod of its own.
  s.dependency "AvaloBindings"
  install_modules_dependencies(s)
end
