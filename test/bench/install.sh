# What a person would type: packages, the same files, a restart, one message there and back.
export DEBIAN_FRONTEND=noninteractive XDG_CONFIG_HOME=/root/clients
apt-get -q update
apt-get -qy install --no-install-recommends mosquitto mosquitto-clients
cd /root/playbook/files
install -m 644 mqtt-setup.conf /etc/mosquitto/conf.d/mqtt-setup.conf
install -m 600 -o mosquitto -g mosquitto mqtt-setup.passwd mqtt-setup.acl /etc/mosquitto/
install -d /etc/mosquitto/certs
install -m 600 -o mosquitto -g mosquitto certs/* /etc/mosquitto/certs/
systemctl enable -q mosquitto
systemctl restart mosquitto
mosquitto_sub -t greeting -C 1 -W 5 &
sleep 0.05
mosquitto_pub -q 1 -t greeting -m hello
wait $!
